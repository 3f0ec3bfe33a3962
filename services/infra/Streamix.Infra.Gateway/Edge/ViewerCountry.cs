namespace Streamix.Infra.Gateway.Edge;

/// <summary>Where the viewer is, as an edge tells that is trusted with it; a feature of the request.</summary>
/// <param name="Code">ISO 3166-1 alpha-2, in capitals.</param>
internal sealed record ViewerCountry(string Code)
{
    /// <summary>How services hear of it. A client's own is dropped, as everything that begins like this.</summary>
    public const string Header = "Streamix-Country";

    public static ViewerCountry? Parse(string? text) =>
        text is { Length: 2 } && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1]) ? new(text.ToUpperInvariant()) : null;
}
