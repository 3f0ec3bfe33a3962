using Streamix.ServiceDefaults.Http;

namespace Streamix.Users.Account.Erasures;

/// <summary>What has been erased where. Names nobody.</summary>
/// <param name="Receipt">Opens this page without a session; keep it.</param>
/// <param name="State"><c>running</c> or <c>done</c>.</param>
/// <param name="Deadline">By when it should be done.</param>
internal sealed record ErasureReceipt(
    string Receipt, [property: Example("running")] string State, DateTimeOffset StartedAt, DateTimeOffset Deadline, DateTimeOffset? FinishedAt,
    IReadOnlyList<ErasureReceiptLine> Services)
{
    public static ErasureReceipt Of(Erasure e) => new(
        e.Receipt, e.FinishedAt is null ? "running" : "done", e.StartedAt, e.Deadline, e.FinishedAt,
        [.. e.Parts.OrderBy(p => p.Service, StringComparer.Ordinal).Select(p => new ErasureReceiptLine(p.Service, p.State, p.Erased, p.Passes, p.FirstPassAt, p.ConfirmedAt))]);
}

/// <param name="State"><c>waiting</c>, <c>retrying</c> (it does not answer), <c>settling</c> (asked again later) or <c>confirmed</c>.</param>
/// <param name="Erased">Rows and objects.</param>
internal sealed record ErasureReceiptLine(
    [property: Example("users-profile")] string Service, [property: Example("confirmed")] string State, int Erased, int Passes, DateTimeOffset? FirstPassAt, DateTimeOffset? ConfirmedAt);
