using System.Globalization;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;

namespace Streamix.LocalS3.Listing;

internal static class PageSize
{
    public static int Parse(S3Request request, string name, int most)
    {
        if (request.Query[name] is not { Length: > 0 } text)
            return most;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? Math.Min(size, most)
            : throw S3Error.InvalidArgument($"Provided {name} not an integer or within integer range", name, text);
    }
}
