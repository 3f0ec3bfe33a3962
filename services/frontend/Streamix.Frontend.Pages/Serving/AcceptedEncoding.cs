using Microsoft.Net.Http.Headers;
using Streamix.Frontend.Pages.Builds;

namespace Streamix.Frontend.Pages.Serving;

/// <summary>Which form of an asset a request likes best (RFC 9110, 12.5.3); the smaller one where it does not care.</summary>
internal static class AcceptedEncoding
{
    public static (AssetForm Form, string? Encoding) Choose(Asset asset, HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        (AssetForm? Form, string Name)[] forms = [(asset.Brotli, "br"), (asset.Gzip, "gzip")];
        var best = forms.Where(form => form.Form is not null).Select(form => (form.Form, form.Name, Quality: QualityOf(form.Name, accepted) ?? 0)).Where(form => form.Quality > 0)
            .OrderByDescending(form => form.Quality).FirstOrDefault();
        // Whoever says nothing of the plain form takes it when there is no other.
        return best.Form is { } form && best.Quality >= (Named("identity", accepted) ?? 0) ? (form, best.Name) : (asset.Plain, null);
    }

    private static double? QualityOf(string name, IList<StringWithQualityHeaderValue> accepted) => Named(name, accepted) ?? Named("*", accepted);

    private static double? Named(string name, IList<StringWithQualityHeaderValue> accepted)
    {
        foreach (var value in accepted)
            if (value.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) return value.Quality ?? 1;
        return null;
    }
}
