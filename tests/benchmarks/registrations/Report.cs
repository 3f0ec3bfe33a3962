namespace Streamix.Benchmarks.Registrations;

internal static class Report
{
    public static void Answers(Answers answers, double bareHash)
    {
        Console.WriteLine($"201 answers        {answers.PerSecond,8:0.0} per second; all {answers.Milliseconds.Length} in {answers.Elapsed.TotalSeconds:0.0} s; p50 {answers.At(0.5):0} ms, p99 {answers.At(0.99):0} ms; {answers.Refused.Length} others {string.Join(' ', answers.Refused.Distinct())}");
        Console.WriteLine($"bare hash          {bareHash,8:0.0} per core second, the floor: each sign-up makes one");
        Console.WriteLine($"ratio              {answers.PerSecond / bareHash,8:0.00} of one core's bare hashes, on {Environment.ProcessorCount} cores that everything shares");
    }

    public static void Complete(int count, TimeSpan complete, TimeSpan answered, Backlog largest)
    {
        Console.WriteLine($"complete           {count / complete.TotalSeconds,8:0.0} per second; the last had credential, profile and mail after {complete.TotalSeconds:0.0} s, {(complete - answered).TotalSeconds:0.0} s after the last answer");
        Console.WriteLine($"largest backlog    {largest.Outbox,8} outbox rows, {largest.Queues} messages in queues, {largest.Mails} mails to send");
    }

    public static void Processes(int count, IReadOnlyList<Consumption> before, IReadOnlyList<Consumption> after)
    {
        Console.WriteLine($"{"",-34}{"PSS before",12}{"after, MB",12}{"CPU ms each",14}");
        foreach (var (name, memory, processor) in after.OrderByDescending(entry => entry.Processor - Earlier(entry.Name).Processor))
            if ((processor - Earlier(name).Processor).TotalMilliseconds / count >= 0.05 || memory - Earlier(name).Megabytes > 1)
                Console.WriteLine($"  {name,-32}{Earlier(name).Megabytes,12:0}{memory,12:0}{(processor - Earlier(name).Processor).TotalMilliseconds / count,14:0.0}");
        Console.WriteLine($"  {"all",-32}{before.Sum(entry => entry.Megabytes),12:0}{after.Sum(entry => entry.Megabytes),12:0}{(after.Sum(entry => entry.Processor.TotalMilliseconds) - before.Sum(entry => entry.Processor.TotalMilliseconds)) / count,14:0.0}");

        Consumption Earlier(string name) => before.FirstOrDefault(entry => entry.Name == name) ?? new(name, 0, TimeSpan.Zero);
    }
}
