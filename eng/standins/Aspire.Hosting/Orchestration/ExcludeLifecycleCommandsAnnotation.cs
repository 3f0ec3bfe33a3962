namespace Aspire.Hosting.Orchestration;

/// <summary>The resource has no commands start, stop and restart.</summary>
internal sealed class ExcludeLifecycleCommandsAnnotation : IResourceAnnotation;
