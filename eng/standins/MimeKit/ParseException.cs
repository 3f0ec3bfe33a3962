namespace MimeKit;

/// <summary>A text that is not what it should be.</summary>
public class ParseException(string message, int tokenIndex, int errorIndex) : FormatException(message)
{
    /// <summary>Where the token began.</summary>
    public int TokenIndex { get; } = tokenIndex;

    /// <summary>Where it went wrong.</summary>
    public int ErrorIndex { get; } = errorIndex;
}
