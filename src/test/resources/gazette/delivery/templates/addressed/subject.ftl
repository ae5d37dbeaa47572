Nouvelles <#if reader.ville??>de ${reader.ville}<#else>d’ailleurs</#if>
