using System.Text;
using Streamix.LocalS3.Errors;

namespace Streamix.LocalS3.Listing;

/// <summary>An opaque token that holds the last key or common prefix of the page before.</summary>
internal static class ContinuationToken
{
    public static string Encode(string last) => Convert.ToBase64String(Encoding.UTF8.GetBytes(last));

    public static string? Decode(string? token)
    {
        if (string.IsNullOrEmpty(token))
            return null;
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var count)
            ? Encoding.UTF8.GetString(bytes, 0, count)
            : throw S3Error.InvalidArgument("The continuation token provided is incorrect", "continuation-token", token);
    }
}
