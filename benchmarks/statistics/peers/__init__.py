"""The same work as the peers do it. Each module runs in an environment that has them; none is needed by the product."""
