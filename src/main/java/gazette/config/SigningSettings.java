package gazette.config;

import gazette.dkim.SigningDomain;
import java.nio.file.Path;
import java.util.List;

/**
 * Who signs the mail.
 *
 * @param keyFiles where the keys are from, absolute
 */
public record SigningSettings(SigningDomain domain, List<Path> keyFiles) {
    public SigningSettings {
        keyFiles = List.copyOf(keyFiles);
    }
}
