using System.Text;
using Streamix.LocalS3.Errors;

namespace Streamix.LocalS3.Http;

internal static class HeaderText
{
    /// <summary>Text as a header value: its UTF-8 bytes, each as one Latin-1 character, which is how headers pass the server.</summary>
    public static string Of(string text) =>
        text.Any(char.IsControl)
            ? throw S3Error.InvalidArgument("Header value cannot be represented.")
            : Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
