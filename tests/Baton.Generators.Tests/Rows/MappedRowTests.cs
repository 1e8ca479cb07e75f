using Baton.CompilerServices;
using Baton.Generators.Tests.Corpus;
using Baton.Generators.Tests.Infrastructure;
using Baton.Protocol.Connector.V2;
using Google.Protobuf.WellKnownTypes;
using System.Reflection;

namespace Baton.Generators.Tests.Rows;

/// <summary>What generated mapping stores is the message that Google's classes give for the same content, for thousands of random models.</summary>
public sealed class MappedRowTests
{
    const int Models = 3000;

    static readonly DateTimeOffset Earliest = new(1, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void RandomPeople_AreStoredAsGoogleWould()
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Attributes);
        using var services = loaded.Services();
        var syncer = loaded.Syncer(services, "person");
        var map = syncer.GetType().GetMethod("Map", BindingFlags.Instance | BindingFlags.NonPublic)!;
        var person = loaded.Assembly.GetType("Acme.Person")!;
        var random = new Random(8128);
        var builder = new UserBuilder();
        using var writer = new WireWriter();
        for (var i = 0; i < Models; i++)
        {
            var values = Values(random);
            var model = Activator.CreateInstance(person, values["Id"], values["Name"], values["Mail"], values["Active"])!;
            foreach (var (name, value) in values)
            {
                var property = person.GetProperty(name)!;
                property.SetValue(model, property.PropertyType.IsEnum ? System.Enum.ToObject(property.PropertyType, value!) : Converted(property, value));
            }

            builder.Reset();
            map.Invoke(syncer, [model, builder]);
            writer.Reset();
            RowEncoder.Resource(writer, syncer.Definition, builder, null, []);
            var stored = Resource.Parser.ParseFrom(writer.Written);

            // The trait apart: inside an Any, Google's serializer leaves the order of map entries open.
            var expected = Expected(values);
            Assert.Equal(expected.Annotations.Single().Unpack<UserTrait>(), stored.Annotations.Single().Unpack<UserTrait>());
            stored.Annotations.Clear();
            expected.Annotations.Clear();
            Assert.Equal(expected, stored);
        }
    }

    static object? Converted(PropertyInfo property, object? value)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType);
        return value is not null && type?.IsEnum == true ? System.Enum.ToObject(type, value) : value;
    }

    static Resource Expected(Dictionary<string, object?> v)
    {
        var profile = new Struct();
        void Text(string key, string? text)
        {
            if (text is not null)
                profile.Fields[key] = Value.ForString(Clean(text));
        }
        Text("cost_center", (string?)v["CostCenter"]);
        Text("tier", v["Tier"] is 0 ? "Free" : "Paid");
        Text("last_tier", v["LastTier"] switch { null => null, 0 => "Free", _ => "Paid" });
        Text("uid", v["Uid"]?.ToString());
        Text("home", v["Home"]?.ToString());
        profile.Fields["count"] = Value.ForNumber((int)v["Count"]!);
        if (v["Size"] is long size)
            profile.Fields["size"] = Math.Abs((double)size) <= 1L << 53 ? Value.ForNumber(size) : Value.ForString(size.ToString());
        if (v["Score"] is double score)
            profile.Fields["score"] = Value.ForNumber(score);
        if (v["Vip"] is bool vip)
            profile.Fields["vip"] = Value.ForBool(vip);
        Text("hired", Rfc3339((DateTimeOffset?)v["Hired"]));
        Text("left", Rfc3339(Utc((DateTime?)v["Left"])));
        if (v["Tags"] is IReadOnlyList<string> tags)
            profile.Fields["tags"] = Value.ForList([.. tags.Select(tag => Value.ForString(Clean(tag)))]);

        var status = v["Active"] is false ? Status.Types.ResourceStatus.Disabled : Status.Types.ResourceStatus.Enabled;
        var created = Utc((DateTime?)v["Created"]);
        var trait = new UserTrait
        {
            Status = new() { Status_ = (UserTrait.Types.Status.Types.Status)(int)status },
            Profile = profile,
            AccountType = v["Kind"] is int kind and not 0 ? (UserTrait.Types.AccountType)kind : UserTrait.Types.AccountType.Human,
            Login = Clean((string?)v["Login"]),
            CreatedAt = created is { } c ? Timestamp.FromDateTimeOffset(c) : null,
            LastLogin = v["LastSeen"] is DateTimeOffset seen ? Timestamp.FromDateTimeOffset(seen) : null,
            MfaStatus = v["Mfa"] is bool mfa ? new() { MfaEnabled = mfa } : null,
            SsoStatus = new() { SsoEnabled = (bool)v["Sso"]! },
        };
        if (v["Mail"] is string { Length: > 0 } mail)
            trait.Emails.Add(new UserTrait.Types.Email { Address = Clean(mail), IsPrimary = true });
        if (v["Alias"] is string { Length: > 0 } alias)
            trait.LoginAliases.Add(Clean(alias));
        if (v["Number"] is string { Length: > 0 } number)
            trait.EmployeeIds.Add(Clean(number));
        if (!string.IsNullOrEmpty((string?)v["Given"]) || !string.IsNullOrEmpty((string?)v["Family"]))
            trait.StructuredName = new() { GivenName = Clean((string?)v["Given"]), FamilyName = Clean((string?)v["Family"]) };
        return new Resource
        {
            Id = new() { ResourceType = "person", Resource = Clean((string)v["Id"]!) },
            DisplayName = Clean(string.IsNullOrEmpty((string?)v["Name"]) ? (string)v["Id"]! : (string)v["Name"]!),
            Description = Clean((string?)v["About"]),
            Annotations = { Any.Pack(trait) },
            Profile = profile,
            Status = new() { Status_ = status },
            CreatedAt = trait.CreatedAt,
        };
    }

    static Dictionary<string, object?> Values(Random random)
    {
        string? Text() => random.Next(5) switch { 0 => null, 1 => "", _ => RandomText(random) };
        DateTimeOffset? Time() => random.Next(3) == 0 ? null : Earliest.AddTicks(random.NextInt64(DateTime.MaxValue.Ticks));
        bool? Flag() => random.Next(3) switch { 0 => null, 1 => false, _ => true };
        return new()
        {
            ["Id"] = "i" + RandomText(random), ["Name"] = Text(), ["Mail"] = Text(), ["Active"] = Flag(), ["About"] = Text(), ["Login"] = Text(),
            ["Alias"] = Text(), ["Number"] = Text(), ["Created"] = Time()?.UtcDateTime, ["LastSeen"] = Time(),
            ["Kind"] = random.Next(5) == 0 ? null : random.Next(4), ["Mfa"] = Flag(), ["Sso"] = Flag() is true, ["Given"] = Text(), ["Family"] = Text(),
            ["CostCenter"] = Text(), ["Tier"] = random.Next(2), ["LastTier"] = random.Next(3) == 0 ? null : random.Next(2),
            ["Uid"] = random.Next(2) == 0 ? null : new Guid(random.Next(), 1, 2, [1, 2, 3, 4, 5, 6, 7, 8]),
            ["Home"] = random.Next(2) == 0 ? null : new Uri("https://example.test/" + random.Next()), ["Count"] = random.Next(int.MinValue, int.MaxValue),
            ["Size"] = random.Next(4) switch { 0 => null, 1 => long.MaxValue, 2 => long.MinValue, _ => random.NextInt64(1L << 54) },
            ["Score"] = random.Next(3) == 0 ? null : random.NextDouble() * 1e300, ["Vip"] = Flag(), ["Hired"] = Time(), ["Left"] = Time()?.UtcDateTime,
            ["Tags"] = random.Next(3) == 0 ? null : (IReadOnlyList<string>)[.. Enumerable.Range(0, random.Next(4)).Select(_ => RandomText(random))],
        };
    }

    static string RandomText(Random random)
    {
        var length = random.Next(50) == 0 ? random.Next(5000, 20000) : random.Next(0, 40);
        return string.Concat(Enumerable.Range(0, length).Select(_ => random.Next(8) switch
        {
            0 => ((char)random.Next(0xD800, 0xE000)).ToString(), // half of a character
            1 => "😀",
            2 => ((char)random.Next(1, 0xD800)).ToString(),
            _ => ((char)random.Next(' ', 127)).ToString(),
        }));
    }

    // What readers accept as text: half characters become the replacement character.
    static string Clean(string? text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text ?? ""));

    static DateTimeOffset? Utc(DateTime? time) => time is { } known ? new DateTimeOffset(DateTime.SpecifyKind(known, DateTimeKind.Utc)) : null;

    static string? Rfc3339(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
