${edition.subject}
