<#if reader.ville?has_content>De ${reader.ville}<#else>Sans ville</#if>, ${reader.name!"vous"}
<#list articles as article>
${article.title}
</#list>
${reader.unsubscribe}
