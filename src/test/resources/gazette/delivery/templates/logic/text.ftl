<#if (reader.ville!"") == "Évry & Cie">D’Évry<#else>D’ailleurs</#if>
${reader.unsubscribe}
