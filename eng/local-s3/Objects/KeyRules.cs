using System.Text;
using Streamix.LocalS3.Errors;

namespace Streamix.LocalS3.Objects;

internal static class KeyRules
{
    public static void Check(string key)
    {
        if (Encoding.UTF8.GetByteCount(key) > Limits.Key)
            throw new S3Exception(400, "KeyTooLongError", "Your key is too long.", ("MaxSizeAllowed", "1024"));
    }
}
