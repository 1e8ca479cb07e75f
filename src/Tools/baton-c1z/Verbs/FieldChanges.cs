using System.Collections;
using Google.Protobuf;

namespace Baton.C1ZTool;

/// <summary>Names the fields in which two messages differ, with their values where these are short.</summary>
static class FieldChanges
{
    const int Longest = 60;

    public static string Describe(IMessage before, IMessage after) => string.Join(
        ", ",
        before.Descriptor.Fields.InFieldNumberOrder()
            .Where(field => !AreEqual(field.Accessor.GetValue(before), field.Accessor.GetValue(after)))
            .Select(field => (field.Accessor.GetValue(before), field.Accessor.GetValue(after)) switch
            {
                (string old, string now) => $"{field.Name} \"{Short(old)}\" is now \"{Short(now)}\"",
                (bool or Enum, var now) => $"{field.Name} is now {now}",
                _ => field.Name,
            }));

    static bool AreEqual(object? x, object? y) => x is IEnumerable list and not string && y is IEnumerable other
        ? list.Cast<object>().SequenceEqual(other.Cast<object>())
        : Equals(x, y);

    static string Short(string text) => text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest), "…");
}
