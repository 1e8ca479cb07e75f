namespace Baton.Generators.Tests.Corpus;

static partial class Sources
{
    /// <summary>Keywords wherever a name can stand.</summary>
    public const string Keywords = Usings + """
        namespace Acme.@namespace
        {
            public sealed record @record(string @class, string @event);

            public sealed record @int(string @string, int @long);

            [Connector("baton-keywords")]
            public sealed partial class @static(@void @null)
            {
                public @void Null => @null;
            }

            public sealed class @void;

            [ConnectorConfig]
            public sealed partial record @params
            {
                [Field] public required string @if { get; init; }
                [Field] public @enum @else { get; init; }
            }

            public enum @enum { @true, @false }

            [ResourceType("class", Trait.User)]
            [Entitlement("new")]
            [Grantable("new", typeof(@class))]
            public sealed partial class @class(@void @this)
            {
                public Task<Page<@record, @int>> ListAsync(@int? cursor, CancellationToken ct) => throw new NotSupportedException(@this.ToString());

                static void Map(@record r, UserBuilder b) => b.Id(r.@class);

                [Grants("new")]
                public IEnumerable<Grantee> @new(@record r) => [];
            }

            public sealed record Attributed
            {
                [Map(To.Id)] public required string @object { get; init; }
                [Profile] public string? @event { get; init; }
            }

            [ResourceType("attributed")]
            public sealed partial class @event
            {
                public IEnumerable<Attributed> ListAsync() => [];
            }
        }
        """;

    /// <summary>Classes in classes, records, structs and interfaces; records as hosts; an internal one; one without a namespace.</summary>
    public const string Hosts = Usings + """
        [ResourceType("global")]
        public partial class GlobalThings
        {
            public IEnumerable<Acme.Thing> ListAsync() => [];

            static void Map(Acme.Thing t, PlainBuilder r) => r.Id(t.Id);
        }

        namespace Acme
        {
            public sealed record Thing(string Id);

            public partial class Outer
            {
                internal partial record Middle
                {
                    internal partial record struct Inner
                    {
                        [ResourceType("nested", Trait.Role)]
                        internal sealed partial class Things
                        {
                            public IEnumerable<Thing> ListAsync() => [];

                            static void Map(Thing t, RoleBuilder r) => r.Id(t.Id);
                        }
                    }
                }

                internal partial interface IPlace
                {
                    [ResourceType("record", Trait.Group)]
                    internal sealed partial record class Things(Service Service)
                    {
                        internal IEnumerable<Thing> ListAsync() => [];

                        private static void Map(Thing t, GroupBuilder r) => r.Id(t.Id);
                    }
                }
            }

            internal sealed class Service;

            [ResourceType("internal")]
            sealed partial class Things
            {
                public static IEnumerable<Thing> ListAsync() => [];

                static void Map(Thing t, PlainBuilder r) => r.Id(t.Id);
            }
        }
        """;
}
