namespace Streamix.ServiceDefaults.Http;

/// <summary>An example value for the OpenAPI document, as JSON (a bare word is taken as a string).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class)]
public sealed class ExampleAttribute(string json) : Attribute
{
    /// <summary>The JSON text.</summary>
    public string Json { get; } = json;
}
