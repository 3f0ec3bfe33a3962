using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Streamix.ServiceDefaults.Data;

namespace Streamix.ServiceDefaults.Http;

/// <summary>
/// The <c>If-Match</c> of a write, as a handler's parameter. Absent: 428. Unreadable: 400.
/// A tag that cannot be one of ours matches nothing, so that the write is stale (412).
/// </summary>
public sealed class IfMatch : IEndpointParameterMetadataProvider
{
    private readonly HashSet<uint>? _versions;

    private IfMatch(HashSet<uint>? versions) => _versions = versions;

    /// <summary><c>If-Match: *</c>: whatever the version.</summary>
    public bool Any => _versions is null;

    /// <summary>The row has a version the caller has read.</summary>
    public bool Matches(uint version) => _versions?.Contains(version) ?? true;

    /// <inheritdoc cref="Matches(uint)"/>
    public bool Matches(IVersioned entity) => Matches(entity.Version);

    /// <summary>Reads the header.</summary>
    public static ValueTask<IfMatch?> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch;
        if (header.Count == 0)
            throw new ProblemException(StatusCodes.Status428PreconditionRequired, "Send If-Match with the ETag you have read.");
        if (!EntityTagHeaderValue.TryParseStrictList([.. header.OfType<string>()], out var tags) || tags.Count == 0)
            throw ProblemException.BadRequest("If-Match", "is not a list of entity tags");
        if (tags.Any(t => t.Equals(EntityTagHeaderValue.Any)))
            return new(new IfMatch(null));

        HashSet<uint> versions = [];
        foreach (var tag in tags)
            if (!tag.IsWeak && RowVersion.TryParse(tag.Tag.AsSpan(), out var version))
                versions.Add(version);
        return new(new IfMatch(versions));
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(RequiresIfMatch.Instance);
}

/// <summary>Tells the OpenAPI document of the header.</summary>
internal sealed class RequiresIfMatch
{
    public static RequiresIfMatch Instance { get; } = new();
}
