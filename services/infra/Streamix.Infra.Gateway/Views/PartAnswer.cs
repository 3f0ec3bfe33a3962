namespace Streamix.Infra.Gateway.Views;

/// <summary>A part's JSON, or why it is missing: <c>timeout</c>, <c>unavailable</c>, <c>error</c>, or the service's own refusal.</summary>
internal sealed record PartAnswer(string Name, bool Required, ReadOnlyMemory<byte> Json, string? Missing, int Status)
{
    public bool IsPresent => Missing is null;
}
