namespace Streamix.Infra.Gateway.OpenApi;

/// <summary>Section <c>Gateway:OpenApi</c>.</summary>
public sealed class MergedOpenApiOptions
{
    public const string Section = "Gateway:OpenApi";

    /// <summary>How long a service's document is served without asking again.</summary>
    public TimeSpan Fresh { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a service may take to answer; afterwards its last document is served, or none.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(2);
}
