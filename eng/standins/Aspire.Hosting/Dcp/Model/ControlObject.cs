namespace Aspire.Hosting.Dcp.Model;

internal sealed record ControlObject<TSpec, TStatus>(string ApiVersion, string Kind, Metadata Metadata, TSpec Spec, TStatus? Status);

internal sealed record Metadata(string Name)
{
    public string? Uid { get; init; }
    public DateTimeOffset? CreationTimestamp { get; init; }
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }
}

/// <param name="Type">ADDED, MODIFIED or DELETED.</param>
internal sealed record ControlEvent<TSpec, TStatus>(string Type, ControlObject<TSpec, TStatus> Object)
{
    public bool IsDeletion => Type == "DELETED";
}
