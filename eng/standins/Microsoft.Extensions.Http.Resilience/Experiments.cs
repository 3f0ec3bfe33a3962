namespace Microsoft.Extensions.Http.Resilience;

/// <summary>The diagnostic under which the official package hides its experimental members.</summary>
internal static class Experiments
{
    public const string Resilience = "EXTEXP0001";
}
