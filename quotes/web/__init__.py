"""Pages, embeds and oEmbed."""
