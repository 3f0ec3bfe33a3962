using Streamix.ServiceDefaults.Http;

namespace Streamix.Users.Account.Exports;

/// <summary>How far an export is.</summary>
/// <param name="State"><c>running</c>, <c>ready</c>, <c>failed</c>, <c>cancelled</c> or <c>expired</c>.</param>
/// <param name="Download">Gives the archive for a quarter of an hour; read the export again for another address.</param>
/// <param name="ExpiresAt">When the archive is deleted.</param>
internal sealed record ExportView(
    Guid Id, [property: Example("ready")] string State, DateTimeOffset RequestedAt, DateTimeOffset? FinishedAt, DateTimeOffset? ExpiresAt, long? Bytes, Uri? Download,
    IReadOnlyList<ExportPartView> Services)
{
    public static ExportView Of(Export e, Uri? download) => new(
        e.Id, e.State.ToString().ToLowerInvariant(), e.RequestedAt, e.FinishedAt, e.ExpiresAt, e.Bytes, download,
        [.. e.Parts.OrderBy(p => p.Service, StringComparer.Ordinal).Select(p => new ExportPartView(p.Service, p.State, p.Bytes))]);
}

/// <param name="State"><c>waiting</c>, <c>retrying</c> (it does not answer) or <c>collected</c>.</param>
internal sealed record ExportPartView([property: Example("users-profile")] string Service, [property: Example("collected")] string State, long? Bytes);
