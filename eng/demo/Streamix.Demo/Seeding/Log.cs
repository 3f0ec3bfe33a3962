using System.Globalization;

namespace Streamix.Demo.Seeding;

/// <summary>What the dashboard shows: a line for each thing done, with the seconds since the start.</summary>
internal sealed class Log(TextWriter output, TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();

    public double Seconds => time.GetElapsedTime(_began).TotalSeconds;

    public void Say(string line)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Seconds,6:0.0} s  {line}"));
        output.Flush();
    }
}
