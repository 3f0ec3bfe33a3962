using Streamix.Media.Drm.Speke;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Drm.Wrapping;

/// <summary>Keys that cannot be had now are no fault of the caller.</summary>
internal sealed class KeyErrors : IExceptionTranslation
{
    public Problem? Translate(Exception exception) => exception is KeyUnreadableException or KeyServerException ? Problem.Unavailable(retryAfterSeconds: 30) : null;
}
