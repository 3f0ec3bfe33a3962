namespace Aspire.Hosting;

internal static class VariableName
{
    /// <summary>Letters, digits and underscores; not a digit first.</summary>
    public static string Of(string name)
    {
        var encoded = string.Create(name.Length, name, static (span, text) =>
        {
            for (var i = 0; i < text.Length; i++)
                span[i] = char.IsAsciiLetterOrDigit(text[i]) ? text[i] : '_';
        });
        return encoded.Length > 0 && char.IsAsciiDigit(encoded[0]) ? "_" + encoded : encoded;
    }
}
