<#--
  The pieces of the plain-text part: wrap(text) breaks lines at 72 characters, wrap(text, "1. ") indents those after the
  first, and wrap(text, "> ", "> ") begins each of them with the same mark.
-->
<#assign rule = ""?left_pad(72, "-") double = ""?left_pad(72, "=") nbsp = "\x00A0">

<#macro masthead>
${wrap(newsletter.name?upper_case)}
${wrap(words.edition(edition.number) + nbsp + "· " + edition.day)}
<#if edition.online??>
${words.onlineText}
${edition.online}
</#if>
<#nested>

</#macro>

<#-- the editor's word -->
<#macro foreword>
<#if note??>
${rule}

${wrap(note.title?has_content?then(note.title, words.note)?upper_case)}

<@body note.blocks/>
<#if note.byline?has_content>
${wrap(note.byline)}

</#if>
</#if>
</#macro>

<#macro contents>
<#if articles?size gt 1>
<#if note??>
${rule}

</#if>
${words.contents?upper_case}

<#list articles as article>
${wrap(article.title, article?counter + ". ")}
</#list>

</#if>
</#macro>

<#-- the heading above the first story of a section -->
<#macro section article>
<#if article.opensSection>
${double}

${wrap(article.section?has_content?then(article.section, words.other)?upper_case)}

</#if>
</#macro>

<#-- a story, long or short -->
<#macro story article>
<@section article/>
<#if !article.opensSection>
${rule}

</#if>
<@title article.heading/>
<#if article.isUpdate>
${article.words.updated}
</#if>
<#if article.byline?has_content>
${wrap(article.words.by(article.byline))}
</#if>
<#if article.date?has_content>
${article.date}
</#if>
<#if article.minutes gte 2>
${article.words.minutes(article.minutes)}
</#if>
<#if article.picture?? && article.picture.alt?has_content>

${wrap("[" + article.words.picture(article.picture.alt) + "]")}
</#if>

<@body article.blocks article/>
<@credits article/>
</#macro>

<#-- in capitals, but for a whole sentence -->
<#macro title heading>${wrap((heading.text?length gt 90)?then(heading.noted, heading.noted?upper_case))}
</#macro>

<#macro body blocks article={}>
<#list blocks as block>
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
<#if block.picture?? && block.picture.alt?has_content && block.picture.alt != block.caption>
${wrap("[" + (article.words!words).picture(block.picture.alt) + "]")}
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
</#macro>

<#macro items of numbered indent>
<#list of as item>
<#local mark = numbered?then(item?counter + ". ", "- ")>
${wrap(item.noted, indent + mark)}
<#if item.items?has_content>
<@items item.items numbered indent + ""?left_pad(mark?length)/>
</#if>
</#list>
</#macro>

<#-- where a story is from, where it can be read, who else tells it -->
<#macro credits article>
<@sources article/>
<#if article.link??>
${(article.form == "short")?then(article.words.readOn, article.words.readOnline)}${nbsp}[${article.link.number}]
</#if>
<#if article.elsewhere?has_content>
<#local others><#list article.elsewhere as other>${other.name}<#if other.link??>${nbsp}[${other.link.number}]</#if><#sep>, </#list></#local>
${wrap(article.words.also + " " + others)}
</#if>

</#macro>
<#macro sources article>
<#if article.credits?size gt 1>
${wrap(article.words.sources(article.credits?join(", ")))}
<#elseif article.credits?size == 1>
${wrap(article.words.source(article.credits[0]))}
</#if>
</#macro>

<#-- the stories that are titles alone -->
<#macro inBrief>
<#if briefs?has_content>
${double}

${words.brief?upper_case}

<#list briefs as brief>
<#local from = brief.credits?has_content?then(nbsp + "· " + brief.credits?join(", "), "")>
${wrap(brief.title + brief.link???then(nbsp + "[" + brief.link.number + "]", "") + from, "- ")}
</#list>

</#if>
</#macro>

<#-- a story as an entry of a list: its address stands below it, so it needs no number -->
<#macro entry article>
<@section article/>
${wrap(article.heading.text, "* ")}
<#local teaser = article.link???then(article.teaser, article.lead)>
<#if teaser?has_content>
${wrap(teaser, "  ")}
</#if>
<#if article.credits?has_content>
${wrap(article.credits?join(", "), "  ")}
</#if>
<#if article.link??>
  ${article.link.address}
</#if>

</#macro>

<#macro addresses>
<#if links?has_content>
${rule}

${words.links?upper_case}

<#list links as link>
[${link?counter}] ${link}
</#list>

</#if>
</#macro>

<#-- below everything: why one gets this, who sends it, the way out; on a page of the web who sends it alone -->
<#macro footer>
${rule}

<#if reader.address?has_content>
${wrap(words.whyText(newsletter.name))}
${reader.address}
${reader.since}

</#if>
${wrap(words.from(newsletter.name, newsletter.address))}
${wrap(newsletter.postalAddress)}
<#list style.footer as line>
<#if line?is_first>

</#if>
${wrap(line.words)}
<#if line.link??>
${line.link.address?remove_beginning("mailto:")}
</#if>
</#list>
<#if reader.unsubscribe?has_content>

${words.leaveText}
${reader.unsubscribe}
</#if>
</#macro>
