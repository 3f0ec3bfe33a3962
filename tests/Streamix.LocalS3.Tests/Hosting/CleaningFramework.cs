using Streamix.LocalS3.Tests.Hosting;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("Streamix.LocalS3.Tests.Hosting.CleaningFramework", "Streamix.LocalS3.Tests")]

namespace Streamix.LocalS3.Tests.Hosting;

/// <summary>xunit 2 has no fixture for an assembly; its framework's end is the one moment after all tests.</summary>
public sealed class CleaningFramework : XunitTestFramework
{
    public CleaningFramework(IMessageSink messages)
        : base(messages) => DisposalTracker.Add(new Cleaning());

    private sealed class Cleaning : IDisposable
    {
        public void Dispose() => S3Server.EndShared();
    }
}
