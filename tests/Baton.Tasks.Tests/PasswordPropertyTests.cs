using System.Text;
using Baton.Credentials;
using Baton.Protocol.Connector.V2;

namespace Baton.Tasks.Tests;

/// <summary>Random passwords for constraints of all shapes: the password that was asked for, or a refusal where there can be none.</summary>
public sealed class PasswordPropertyTests
{
    const int Trials = 3000;

    /// <summary>Also characters of two bytes and of two chars, and sets that overlap.</summary>
    static readonly string[] Sets = ["", "a", "abc", "0123456789", "!?", "äöü", "🔑🚪", "aä🔑", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "aaaaab"];

    static readonly HashSet<Rune> Usual = [.. Enumerable.Range(33, 94).Select(static code => new Rune(code))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Any_request_is_fulfilled_to_the_letter_or_refused(int seed)
    {
        var random = new Random(seed);
        for (var trial = 0; trial < Trials; trial++)
        {
            var length = random.Next(0, 70);
            var constraints = Enumerable.Range(0, random.Next(0, 5))
                .Select(_ => new PasswordConstraint { CharSet = Sets[random.Next(Sets.Length)], MinCount = (uint)random.Next(0, 20) }).ToList();
            var what = $"seed {seed}, trial {trial}: {length} of {string.Join(", ", constraints)}";
            var possible = length >= 8 && constraints.Sum(static c => c.MinCount) <= length
                && constraints.All(static c => c.MinCount == 0 || c.CharSet.Length > 0);
            if (!possible)
            {
                Assert.Equal(ErrorCode.InvalidArgument, Assert.Throws<ConnectorException>(() => RandomPassword.Generate(length, constraints)).Code);
                continue;
            }
            var password = RandomPassword.Generate(length, constraints).EnumerateRunes().ToList();
            Assert.True(password.Count == length, what);
            foreach (var constraint in constraints)
            {
                var set = constraint.CharSet.EnumerateRunes().ToHashSet();
                Assert.True(password.Count(set.Contains) >= constraint.MinCount, what);
            }
            var allowed = constraints.SelectMany(static c => c.CharSet.EnumerateRunes()).Concat(Usual).ToHashSet();
            Assert.True(password.TrueForAll(allowed.Contains), what);
        }
    }

    [Fact]
    public void Where_the_characters_of_a_constraint_stand_cannot_be_told()
    {
        var counts = new int[8];
        PasswordConstraint[] constraints = [new() { CharSet = "€", MinCount = 1 }];
        for (var i = 0; i < 8000; i++)
            counts[RandomPassword.Generate(8, constraints).IndexOf('€', StringComparison.Ordinal)]++;
        // 1000 are expected for each place; the chance of less than 800 is nil.
        Assert.All(counts, static count => Assert.InRange(count, 800, 1200));
    }
}
