namespace Streamix.Platform.Tests;

/// <summary>A running instance of a service, and the port it really listens on.</summary>
internal sealed record GraphProcess(string Resource, int Id, Uri Address);
