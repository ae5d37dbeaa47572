package gazette.article;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is hung onto an address to follow its readers, and says nothing of the page. Only names that their makers document
 * as such are here: a name that some site might choose a page by ({@code cid}, {@code pk}, {@code ref=…}) is left alone,
 * because a link that leads nowhere costs more than one that tells too much.
 */
final class Tracking {
    /** Google Analytics and everyone after it; Matomo's; HubSpot's click. */
    private static final Set<String> PREFIXES = Set.of("utm_", "mtm_", "_hs");

    private static final Set<String> NAMES = Set.of(
            // the click numbers of advertising networks
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "ysclid",
            "twclid",
            "ttclid",
            "li_fat_id",
            "igshid",
            "igsh",
            "epik",
            "srsltid",
            "irclickid",
            "_openstat",
            // who a mail went to
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "__hstc",
            "__hssc",
            "__hsfp",
            "hsctatracking",
            "oly_enc_id",
            "oly_anon_id",
            "vero_id",
            "vero_conv",
            "ml_subscriber",
            "ml_subscriber_hash",
            "dm_i",
            // one visitor over several sites
            "_ga",
            "_gl",
            // campaigns of audience meters: AT Internet (xtor, at_…), Matomo (pk_…), Webtrekk, comScore, Echobox
            "xtor",
            "at_medium",
            "at_campaign",
            "at_campaign_type",
            "at_creation",
            "at_variant",
            "at_format",
            "at_general_placement",
            "at_detail_placement",
            "at_emailtype",
            "at_send_date",
            "at_link",
            "at_link_id",
            "at_link_type",
            "at_link_origin",
            "at_recipient_id",
            "at_recipient_list",
            "at_platform",
            "at_network",
            "at_ptr_name",
            "at_custom1",
            "at_custom2",
            "at_custom3",
            "at_custom4",
            "pk_campaign",
            "pk_kwd",
            "pk_keyword",
            "pk_source",
            "pk_medium",
            "pk_content",
            "pk_cid",
            "wt_mc",
            "wt.mc_id",
            "ns_campaign",
            "ns_mchannel",
            "ns_source",
            "ns_linkname",
            "echobox");

    /** Names that say where a reader comes from, when what they say is «from a feed». */
    private static final Set<String> WHERE_FROM = Set.of("ref", "source", "src");

    private static final Pattern A_FEED = Pattern.compile("(?:rss|atom|feed)(?:[-_].*)?");

    private Tracking() {}

    /** Whether one part of a query or fragment, such as {@code utm_source=lettre}, only follows readers. */
    static boolean isIn(String part) {
        int equals = part.indexOf('=');
        String name = (equals < 0 ? part : part.substring(0, equals)).toLowerCase(Locale.ROOT);
        String value = equals < 0 ? "" : part.substring(equals + 1).toLowerCase(Locale.ROOT);
        String bare = name.startsWith("amp;") ? name.substring("amp;".length()) : name; // escaped twice by its source
        return NAMES.contains(bare)
                || PREFIXES.stream().anyMatch(bare::startsWith)
                || (WHERE_FROM.contains(bare) && A_FEED.matcher(value).matches());
    }
}
