<#import "macros.ftl" as m>
<@m.masthead>${wrap(words.window(edition.window))}</@m.masthead>
<@m.foreword/>
<@m.contents/>
<#list articles as article>
<@m.story article/>
</#list>
<@m.inBrief/>
<@m.addresses/>
<@m.footer/>
