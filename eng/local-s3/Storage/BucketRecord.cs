namespace Streamix.LocalS3.Storage;

internal sealed record BucketRecord(DateTimeOffset Created);
