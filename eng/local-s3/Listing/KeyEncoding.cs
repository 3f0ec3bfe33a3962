using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;

namespace Streamix.LocalS3.Listing;

/// <summary><c>encoding-type=url</c>, which lets keys hold what XML cannot.</summary>
internal sealed record KeyEncoding(bool Url)
{
    public string? Name => Url ? "url" : null;

    public static KeyEncoding Of(S3Request request) => request.Query["encoding-type"] switch
    {
        null or "" => new(false),
        "url" => new(true),
        var other => throw S3Error.InvalidArgument("Invalid Encoding Method specified in Request", "encoding-type", other),
    };

    public string Apply(string text) => Url ? Percent.Encode(text, keepSlash: true) : text;
}
