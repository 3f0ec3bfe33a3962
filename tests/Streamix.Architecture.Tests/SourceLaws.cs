using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Streamix.Architecture.Tests;

public sealed partial class SourceLaws
{
    [Fact]
    public void SourceFile_Length_IsAtMostFourHundredLines()
    {
        var wrong = OurCode().Select(file => (File: Source.Relative(file), Lines: File.ReadLines(file).Count())).Where(file => file.Lines > 400);

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Program_OfAService_IsAboutTwentyLines()
    {
        var wrong = Source.Files("Program.cs", "services").Concat(Source.Files("Program.cs", "tests", "samples"))
            .Where(file => !file.Contains("Migrator", StringComparison.Ordinal))
            .Select(file => (File: Source.Relative(file), Lines: File.ReadLines(file).Count())).Where(file => file.Lines > 40);

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void TypeName_Vague_IsNotUsed()
    {
        var wrong =
            from file in OurCode()
            where !Source.Relative(file).StartsWith("eng/standins/", StringComparison.Ordinal)
            from Match match in VagueType().Matches(File.ReadAllText(file))
            select $"{Source.Relative(file)}: {match.Value}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Test_SleepingToWait_IsNotFound()
    {
        var wrong =
            from file in Source.Files("*.cs", "tests")
            where !Source.Relative(file).StartsWith("tests/benchmarks/", StringComparison.Ordinal)
            where File.ReadAllText(file).Replace("Thread.Sleep(Timeout.Infinite)", "", StringComparison.Ordinal).Contains("Thread.Sleep(", StringComparison.Ordinal)
            select Source.Relative(file);

        wrong.Where(file => file != "tests/Streamix.Architecture.Tests/SourceLaws.cs").ShouldBeEmpty();
    }

    [Fact]
    public void Migration_AppliedByAService_IsNotFound()
    {
        var wrong =
            from file in Source.Files("*.cs", "services").Concat(Source.Files("*.cs", "Streamix.ServiceDefaults"))
            where !file.Contains("Streamix.Infra.Migrator", StringComparison.Ordinal)
            where File.ReadAllText(file) is var text && (text.Contains(".MigrateAsync(", StringComparison.Ordinal) || text.Contains(".EnsureCreated", StringComparison.Ordinal))
            select Source.Relative(file);

        wrong.ShouldBeEmpty();
    }

    private static IEnumerable<string> OurCode() =>
        Source.Files("*.cs").Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal));

    [GeneratedRegex(@"(class|record|interface|struct) \w*(Manager|Helper|Util|Utils|Impl)\b")]
    private static partial Regex VagueType();
}
