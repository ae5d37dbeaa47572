<#import "macros.ftl" as m>
<@m.masthead/>
<@m.foreword/>
${m.rule}

<#list stories as article>
<@m.entry article/>
</#list>
<@m.footer/>
