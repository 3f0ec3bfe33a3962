using System.Runtime.InteropServices;
using Streamix.Demo;
using Streamix.Demo.Seeding;

using var stop = new CancellationTokenSource();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal));
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal));

var options = DemoOptions.FromEnvironment();
using var seeding = Setup.Of(options, Console.Out);
try
{
    return await seeding.RunAsync(stop.Token) ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.WriteLine("Stopped; the next start goes on from here.");
    return 0;
}
catch (DemoException e)
{
    Console.WriteLine(e.Message);
    return 1;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
