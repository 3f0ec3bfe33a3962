namespace MimeKit;

/// <summary>Makes a body of text, HTML or both.</summary>
public class BodyBuilder
{
    /// <summary>The plain view.</summary>
    public string? TextBody { get; set; }

    /// <summary>The rich view.</summary>
    public string? HtmlBody { get; set; }

    /// <summary>One part, or multipart/alternative with the plain view first.</summary>
    public MimeEntity ToMessageBody()
    {
        if (HtmlBody is null)
            return new TextPart("plain") { Text = TextBody ?? "" };
        var html = new TextPart("html") { Text = HtmlBody };
        if (TextBody is null)
            return html;
        var both = new Multipart("alternative");
        both.Add(new TextPart("plain") { Text = TextBody });
        both.Add(html);
        return both;
    }
}
