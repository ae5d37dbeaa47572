<#import "macros.ftl" as m>
<@m.masthead/>
<@m.foreword/>
<#list articles as article>
<@m.story article/>
</#list>
<@m.inBrief/>
<@m.addresses/>
<@m.footer/>
