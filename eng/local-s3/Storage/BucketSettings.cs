using Streamix.LocalS3.Cors;
using Streamix.LocalS3.Lifecycle;

namespace Streamix.LocalS3.Storage;

internal sealed class BucketSettings
{
    public CorsRules? Cors { get; set; }

    public LifecycleRules? Lifecycle { get; set; }

    public Dictionary<string, string>? Tags { get; set; }
}
