using System.Globalization;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;

namespace Streamix.LocalS3.Multipart;

internal static class PartNumbers
{
    public static int Of(S3Request request)
    {
        var text = request.Query["partNumber"];
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Limits.Parts
            ? number
            : throw S3Error.InvalidArgument("Part number must be an integer between 1 and 10000, inclusive", "partNumber", text ?? "");
    }
}
