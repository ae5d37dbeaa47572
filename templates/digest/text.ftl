<#-- The plain-text part: wrap(text) breaks lines at 72 characters, wrap(text, "1. ") indents those after the first. -->
<#assign rule = ""?left_pad(72, "-")>
${wrap(newsletter.name?upper_case)}
${wrap(words.issue(edition.number) + " · " + edition.day)}
${wrap(words.window(edition.window))}

<#if articles?size gt 1>
${words.contents?upper_case}

<#list articles as article>
${wrap(article.title, article?counter + ". ")}
</#list>

</#if>
<#list articles as article>
${rule}

${wrap(article.title?upper_case)}
<#if article.byline?has_content>
${wrap(article.words.by(article.byline))}
</#if>
<#if article.date?has_content>
${article.date}
</#if>
<#if article.picture?? && article.picture.alt?has_content>

${wrap("[" + article.words.picture(article.picture.alt) + "]")}
</#if>

<#list article.blocks as block>
<#if block.kind == "intertitle">
${wrap(block.text, "## ")}
<#else>
${wrap(block.text)}
</#if>

</#list>
<#if article.credits?size gt 1>
${wrap(article.words.sources(article.credits?join(", ")))}
<#elseif article.credits?size == 1>
${wrap(article.words.source(article.credits[0]))}
</#if>
<#if article.link??>
${article.words.readOnline} [${article.link.number}]
</#if>

</#list>
${rule}

<#if links?has_content>
${words.links?upper_case}

<#list links as link>
[${link?counter}] ${link}
</#list>

${rule}

</#if>
${wrap(words.whyText(newsletter.name))}
${reader.address}
${reader.since}

${wrap(words.from(newsletter.name, newsletter.address))}
${wrap(newsletter.postalAddress)}

${words.leaveText}
${reader.unsubscribe}
