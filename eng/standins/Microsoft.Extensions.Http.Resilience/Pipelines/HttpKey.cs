namespace Microsoft.Extensions.Http.Resilience;

internal readonly record struct HttpKey(string Name, string InstanceName);
