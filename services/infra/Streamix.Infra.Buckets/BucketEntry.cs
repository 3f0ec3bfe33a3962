namespace Streamix.Infra.Buckets;

/// <summary>One bucket as the graph names it: <c>Buckets__0__Name</c>, <c>Buckets__0__Origins__0</c>.</summary>
internal sealed class BucketEntry
{
    public string Name { get; set; } = "";

    public List<string> Origins { get; set; } = [];
}
