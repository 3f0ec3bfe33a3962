namespace Aspire.Hosting.Dcp;

/// <summary>What an object writes; <see cref="System"/> is the control plane's own account of it.</summary>
internal enum LogStream
{
    StdOut,
    StdErr,
    System,
}
