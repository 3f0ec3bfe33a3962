namespace Streamix.Comms.Email.Templates;

/// <summary>Which languages to try for a reader, best first.</summary>
internal static class Locales
{
    public const string Last = "en";

    /// <summary><c>de-AT</c> gives <c>de-AT</c>, <c>de</c>, <c>en</c>.</summary>
    public static IEnumerable<string> Chain(string locale)
    {
        for (var tag = locale; tag.Length > 0; tag = tag.LastIndexOf('-') is var cut and > 0 ? tag[..cut] : "")
            yield return tag;
        yield return Last;
    }

    /// <summary>The first entry of the chain that is there.</summary>
    public static T? Pick<T>(IReadOnlyDictionary<string, T> byLocale, string locale) where T : class =>
        Chain(locale).Select(byLocale.GetValueOrDefault).FirstOrDefault(found => found is not null);
}
