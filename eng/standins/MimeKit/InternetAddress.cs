namespace MimeKit;

/// <summary>An address in a header (RFC 5322, 3.4).</summary>
public abstract class InternetAddress(string name)
{
    /// <summary>The display name.</summary>
    public string Name { get; set; } = name;
}
