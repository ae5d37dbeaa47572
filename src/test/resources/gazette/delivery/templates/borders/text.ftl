${reader.name!}
${reader.name!}${reader.ville!}
.${reader.ville!}
From ${reader.name!}
From
=${reader.ville!}=20 ${reader.code!}${" "}
${"x"?right_pad(75, "x")}${reader.ville!}${"y"?right_pad(70, "y")}
${"mot "?right_pad(160, "mot ")}${reader.code!} ${"mot "?right_pad(160, "mot ")}

${wrap("Un paragraphe pour " + (reader.name!"personne") + ", à " + (reader.ville!"nulle part") + ", qui est assez long pour deux lignes au moins, et même trois.", "— ", ". ")}

${wrap("Un autre : " + (reader.ville!"x"), (reader.code!"y") + " ")}
<#list articles as article>
${article.title} (${reader.code!})
</#list>
${reader.since!}
${reader.unsubscribe}
