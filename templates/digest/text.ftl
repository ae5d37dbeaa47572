<#--
  The plain-text part: wrap(text) breaks lines at 72 characters, wrap(text, "1. ") indents those after the first, and
  wrap(text, "> ", "> ") begins each of them with the same mark.
-->
<#assign rule = ""?left_pad(72, "-") nbsp = "\x00A0">
<#macro items of numbered indent>
<#list of as item>
<#local mark = numbered?then(item?counter + ". ", "- ")>
${wrap(item.noted, indent + mark)}
<#if item.items?has_content>
<@items item.items numbered indent + ""?left_pad(mark?length)/>
</#if>
</#list>
</#macro>
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
<#if article.isUpdate>
${article.words.updated}
</#if>
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
<#switch block.kind>
<#case "intertitle">
${wrap(block.text, "## ")}
<#break>
<#case "list">
<@items block.items block.numbered ""/>
<#break>
<#case "quotation">
<#list block.paragraphs as paragraph>
${wrap(paragraph.noted, "> ", "> ")}
<#sep>
>
</#sep>
</#list>
<#break>
<#case "figure">
<#if block.picture?? && block.picture.alt?has_content>
${wrap("[" + article.words.picture(block.picture.alt) + "]")}
</#if>
<#if block.caption?has_content>
${wrap(block.caption)}
</#if>
<#break>
<#case "preformatted">
<#list block.indented as line>
${line}
</#list>
<#break>
<#default>
${wrap(block.noted)}
</#switch>

</#list>
<#if article.credits?size gt 1>
${wrap(article.words.sources(article.credits?join(", ")))}
<#elseif article.credits?size == 1>
${wrap(article.words.source(article.credits[0]))}
</#if>
<#if article.link??>
${article.words.readOnline} [${article.link.number}]
</#if>
<#if article.elsewhere?has_content>
<#assign others><#list article.elsewhere as other>${other.name}<#if other.link??>${nbsp}[${other.link.number}]</#if><#sep>, </#list></#assign>
${wrap(article.words.also + " " + others)}
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
