namespace Streamix.Streaming.Rights.Deciding;

/// <summary>What one check found.</summary>
/// <param name="Check">See <see cref="CheckNames"/>.</param>
/// <param name="Because">What it was decided on; no personal data.</param>
/// <param name="Code">Null when passed.</param>
/// <param name="Sentence">For people, where the usual one of the code says too little.</param>
internal readonly record struct Finding(string Check, string Because, string? Code = null, string? Sentence = null)
{
    public bool Passed => Code is null;
}

/// <summary>The checks, in their order.</summary>
internal static class CheckNames
{
    public const string Account = "account";
    public const string Profile = "profile";
    public const string Pin = "pin";
    public const string Title = "title";
    public const string Maturity = "maturity";
    public const string Territory = "territory";
    public const string Window = "window";
    public const string Plan = "plan";
    public const string Device = "device";
    public const string Quality = "quality";
    public const string Streams = "streams";
}
